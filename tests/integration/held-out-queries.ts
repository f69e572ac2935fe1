/**
 * Queries that nothing was tuned against: written from reading chapters, before they were asked for the first time. What they say
 * about the ranking holds for what readers will ask. Whoever works on the ranking works with the others (search-queries.ts).
 */
import { queriesOf, type ExpectedAnswer } from './search-queries.ts';

export const heldOutAnswers: readonly ExpectedAnswer[] = [
  ...queriesOf('zh', {
    // Words of the text, side by side.
    'MRENCLAVE MRSIGNER': 'intel-sgx/launch intel-sgx/sealing glossary/sgx',
    'Merkle树 防重放': 'intel-sgx/memory',
    '密封 回滚': 'intel-sgx/sealing intel-sgx/limits',
    跳转缓冲区: 'amd-sev/memory',
    'GRUB 降级': 'sev-containers/grub',
    'EPC NUMA': 'vsgx/capacity vsgx/support',
    'fork vfork': 'occlum/processes',
    自签名证书: 'rats-tls/idea rats-tls/handshake attestation-models/attested-tls',
    '序列化 代理': 'teaclave-java/invocation',
    'Diamond Rapids': 'intel-sgx/generations',
    BadRAM: 'amd-sev/limits tee-comparison/attacks',
    'Log4j 类加载': 'teaclave-java/limits',
    龙芯: 'openanolis/hardware',
    理事大会: 'openanolis/governance',
    'offline_sev_kbc online_sev_kbc': 'sev-containers/modes sev-containers/kata-offline sev-containers/kata-online',
    MOCK_IN_JVM: 'teaclave-java/modes',
    'EENTER EEXIT': 'intel-sgx/entering',
    rats_tls_negotiate: 'rats-tls/usage',
    'java_enclave_configure.json': 'teaclave-java/memory teaclave-java-guide/step-implementation',
    // Other ways of typing.
    yuanchengzhengming:
      'glossary/attestation intel-sgx/attestation intel-tdx/attestation amd-sev/attestation arm-cca/attestation hygon-csv/attestation occlum/attestation teaclave-java/attestation',
    飛地: 'glossary/sgx intel-sgx/intel-sgx intel-sgx/lifecycle vsgx/vsgx',
    // Whole questions.
    飞地里可以直接发起系统调用吗: 'intel-sgx/entering occlum/processes',
    'SGX 能防止侧信道攻击吗': 'intel-sgx/limits tee-comparison/attacks',
    'SEV-SNP 比 SEV-ES 多了什么': 'amd-sev/generations',
    怎样规划飞地的内存: 'vsgx/capacity',
    'Occlum 支持 Python 吗？': 'occlum/compatibility',
    'Anolis OS 8 维护到哪一年': 'openanolis/releases',
    重启以后进不了系统怎么办: 'sev-containers/grub sev-containers/troubleshooting',
  }),
  ...queriesOf('en', {
    'wrap_key gen-key': 'tf-serving/step-encrypt',
    'mutual TLS certificates': 'tf-serving/step-tls',
    'Trust Authority token': 'attestation-models/service',
    'revocation lists debug flag': 'attestation-models/checklist',
    'live migration': 'tee-comparison/devices',
    'virtualization exception #VE': 'intel-tdx/cpu-state',
    'SM2 SM3 SM4': 'tee-comparison/algorithms hygon-csv/idea hygon-csv/hygon-csv hygon-csv/how-it-works glossary/csv',
    'Paillier modular exponentiation': 'intel-he/ipcl',
    'number-theoretic transform': 'intel-he/hexl',
    'data keys primary key': 'ppml/keys',
    'Enclave-CC deprecated': 'enclave-cc/status sig-overview/enclave-cc',
    'simple-kbs dormant': 'attestation-models/brokers',
    'shared bit page tables': 'intel-tdx/memory',
    ImportError: 'tf-serving/troubleshooting',
    'port 50051': 'csv-pre-attestation/gop-start csv-pre-attestation/gop-client',
    'sizes of the lists': 'psi/limits',
    'granule protection check': 'arm-cca/memory',
    'logistic regresion':
      'he-toolkit-guide/step-logistic-regression he-toolkit-guide/outcome he-toolkit-guide/he-toolkit-guide intel-he/hebench',
    'who signs the evidence': 'tee-comparison/evidence',
    'can the host inject interrupts into a TD': 'intel-tdx/cpu-state tee-comparison/cpu-state',
    'which attestation method should I choose': 'attestation-models/choosing',
    'how do I make sure that a wrong certificate is refused': 'tf-serving/step-refusal',
    'Is BigDL PPML still maintained?': 'ppml/status',
    'when did Linux get support for Arm CCA guests': 'arm-cca/status',
  }),
];
