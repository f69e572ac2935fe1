/*
 * Preloaded into a process (LD_PRELOAD): writes down what it does to files whose names begin with $RECTO_LOGGED, in the
 * order in which it does it, and its lines on standard output among that. What was written is not on the disk before a
 * sync: a power failure takes any of it. Read by power-loss.ts.
 *
 * A record: one letter (W write, T truncate, S sync, D delete, O output), 8 bytes offset or size, 4 bytes length of the name,
 * 4 bytes length of the data, the name, the data. Little endian.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;

static int real_open_log(void) {
  if (log_fd < 0) {
    const char *path = getenv("RECTO_WRITE_LOG");
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    if (path) log_fd = real(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  }
  return log_fd;
}

static void put(const void *bytes, size_t count) {
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  const char *at = bytes;
  while (count > 0) {
    ssize_t done = real(log_fd, at, count);
    if (done < 0) {
      if (errno == EINTR) continue;
      abort();
    }
    at += done;
    count -= (size_t)done;
  }
}

static void record(char kind, int64_t number, const char *name, const void *data, size_t length) {
  pthread_mutex_lock(&lock);
  if (real_open_log() >= 0) {
    uint32_t lengths[2] = {(uint32_t)strlen(name), (uint32_t)length};
    put(&kind, 1);
    put(&number, sizeof number);
    put(lengths, sizeof lengths);
    put(name, lengths[0]);
    put(data, length);
  }
  pthread_mutex_unlock(&lock);
}

static int is_logged(const char *path) {
  const char *prefix = getenv("RECTO_LOGGED");
  return prefix && strncmp(path, prefix, strlen(prefix)) == 0;
}

/* The name of an open file, if it is one of those; else NULL. */
static const char *logged(int fd, char *name, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, name, size - 1);
  if (length < 0) return NULL;
  name[length] = 0;
  return is_logged(name) ? name : NULL;
}

ssize_t write(int fd, const void *data, size_t count) {
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  char name[4096];
  if (fd == 1) record('O', 0, "", data, count);
  else if (logged(fd, name, sizeof name)) record('W', lseek(fd, 0, SEEK_CUR), name, data, count);
  return real(fd, data, count);
}

static ssize_t logged_pwrite(const char *symbol, int fd, const void *data, size_t count, off64_t offset) {
  ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, symbol);
  char name[4096];
  if (logged(fd, name, sizeof name)) record('W', offset, name, data, count);
  return real(fd, data, count, offset);
}

ssize_t pwrite(int fd, const void *data, size_t count, off_t offset) {
  return logged_pwrite("pwrite", fd, data, count, offset);
}

ssize_t pwrite64(int fd, const void *data, size_t count, off64_t offset) {
  return logged_pwrite("pwrite64", fd, data, count, offset);
}

static int logged_truncate(const char *symbol, int fd, off64_t size) {
  int (*real)(int, off64_t) = dlsym(RTLD_NEXT, symbol);
  char name[4096];
  if (logged(fd, name, sizeof name)) record('T', size, name, "", 0);
  return real(fd, size);
}

int ftruncate(int fd, off_t size) { return logged_truncate("ftruncate", fd, size); }
int ftruncate64(int fd, off64_t size) { return logged_truncate("ftruncate64", fd, size); }

static int logged_sync(const char *symbol, int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, symbol);
  char name[4096];
  int done = real(fd);
  if (done == 0 && logged(fd, name, sizeof name)) record('S', 0, name, "", 0);
  return done;
}

int fsync(int fd) { return logged_sync("fsync", fd); }
int fdatasync(int fd) { return logged_sync("fdatasync", fd); }

int unlink(const char *path) {
  int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
  if (is_logged(path)) record('D', 0, path, "", 0);
  return real(path);
}
