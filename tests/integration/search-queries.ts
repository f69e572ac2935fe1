/**
 * What readers of the edition type, and the sections that answer them: names, words side by side, commands and files,
 * mistyped words, initials and whole questions. Where several sections answer equally well, any of them counts.
 */
export interface ExpectedAnswer {
  readonly lang: 'zh' | 'en';
  readonly query: string;
  /** `chapter/section`. */
  readonly answers: readonly string[];
}

/** Queries in one language, each with the sections that answer it, parted by spaces. */
export function queriesOf(lang: 'zh' | 'en', list: Readonly<Record<string, string>>): ExpectedAnswer[] {
  return Object.entries(list).map(([query, answers]) => ({ lang, query, answers: answers.split(' ') }));
}

const platformAttestation = [
  'glossary',
  'arm-cca',
  'intel-sgx',
  'intel-tdx',
  'hygon-csv',
  'amd-sev',
  'occlum',
  'teaclave-java',
]
  .map((chapter) => `${chapter}/attestation`)
  .join(' ');

export const expectedAnswers: readonly ExpectedAnswer[] = [
  ...queriesOf('zh', {
    // Names of things and of sections.
    什么是机密计算: 'introduction/definition',
    数据的三种状态: 'introduction/data-states',
    五层技术栈: 'sig-overview/layers',
    远程证明: platformAttestation,
    密封: 'intel-sgx/sealing',
    可证明性: 'introduction/attestability',
    同态加密: 'intel-he/intel-he intel-he/schemes',
    隐私集合求交: 'psi/psi psi/how-it-works',
    横向联邦学习: 'federated-learning/federated-learning',
    启动前证明: 'csv-containers/pre-attestation csv-pre-attestation/csv-pre-attestation',
    运行时证明: 'csv-containers/runtime-attestation csv-runtime-attestation/csv-runtime-attestation',
    三代CSV: 'hygon-csv/generations',
    启动策略: 'hygon-csv/policy',
    虚拟EPC: 'vsgx/virtual-epc',
    捕获指令: 'vsgx/trapping',
    库操作系统: 'occlum/occlum sig-overview/enclave-projects',
    进程级机密容器: 'enclave-cc/enclave-cc',
    四种运行模式: 'teaclave-java/modes',
    从CentOS迁移: 'openanolis/centos',
    加密查询: 'he-toolkit-guide/step-secure-query',
    逻辑回归: 'he-toolkit-guide/step-logistic-regression',
    四个世界: 'arm-cca/architecture',
    侧信道: 'tee-comparison/attacks glossary/properties',
    术语表: 'glossary/glossary',
    各种可信执行环境对照: 'tee-comparison/tee-comparison',
    // Words side by side.
    'TDX 度量值': 'intel-tdx/measurement',
    'SGX 远程证明': 'intel-sgx/attestation sgx-sdk-psw-dcap/step-attestation',
    '安装 containerd': 'cluster-setup/containerd',
    '部署 Kubernetes': 'cluster-setup/kubernetes',
    '启动 飞地': 'sgx-sdk-psw-dcap/step-sample-enclave vsgx-guide/step-sample',
    '镜像 签名 TDX': 'tdx-containers/step-sign tdx-containers/tdx-containers tdx-containers/step-policy',
    'Occlum 文件系统': 'occlum/file-systems',
    '验证 引证': 'sgx-sdk-psw-dcap/step-quote-verification',
    'QEMU 命令行': 'csv-vm/launch-qemu vsgx-guide/launch-qemu',
    'CSV3 内存隔离': 'hygon-csv/architecture sig-overview/csv',
    // Commands, files, identifiers.
    'virt-install': 'sev-vm/launch-virt-install',
    LD_LIBRARY_PATH: 'he-toolkit-guide/step-gmp tf-serving/step-encrypt',
    SEAMCALL: 'intel-tdx/architecture',
    MRTD: 'intel-tdx/measurement intel-tdx/launch',
    'helm install': 'cluster-setup/operator-2026',
    // Initials and other names.
    jmrq: 'sig-overview/csv sig-overview/tdx sig-overview/sev hygon-csv/containers csv-containers/csv-containers glossary/cloud-native',
    kxzxhj: 'tee-comparison/tee-comparison ppml/ppml glossary/basics',
    'private set intersection': 'psi/psi glossary/privacy intel-he/related',
    // Mistyped.
    Ocllum: 'occlum/occlum sig-overview/occlum',
    Kuberntes: 'cluster-setup/kubernetes',
    // Whole questions.
    '远程证明是怎么工作的？': platformAttestation,
    'TDX 和 SGX 有什么区别': 'intel-tdx/compared-with-sgx',
    如何加密容器镜像:
      'tdx-containers/step-encrypt csv-runtime-attestation/encrypted-image csv-pre-attestation/encrypted-image',
    '怎么安装 SGX SDK': 'sgx-sdk-psw-dcap/step-sdk',
    机密计算不能防什么: 'introduction/limits',
    '如何在 SEV 虚拟机里验证启动证明': 'sev-vm/attestation',
    '怎样选择 CSV 的代次': 'csv-vm/policy',
    什么是同态加密: 'intel-he/intel-he intel-he/schemes glossary/privacy',
    'Occlum 支持哪些文件系统？': 'occlum/file-systems',
    一个Pod是怎样启动的: 'inclavare-containers/lifecycle csv-containers/lifecycle',
    '如何参与龙蜥社区？': 'openanolis/take-part',
    'RATS-TLS 的证书里有什么': 'rats-tls/idea',
    为什么要成立云原生机密计算SIG: 'sig-overview/why',
    '怎么用 Java 写飞地': 'teaclave-java/teaclave-java teaclave-java-guide/teaclave-java-guide',
  }),
  ...queriesOf('en', {
    'what confidential computing is': 'introduction/definition',
    'three states of data': 'introduction/data-states',
    'remote attestation': platformAttestation,
    sealing: 'intel-sgx/sealing',
    'launch policy': 'hygon-csv/policy',
    'virtual EPC': 'vsgx/virtual-epc',
    'private and shared memory': 'intel-tdx/memory',
    'root of trust': 'introduction/trust-model glossary/properties',
    'homomorphic encryption': 'intel-he/intel-he intel-he/schemes',
    'key broker':
      'cluster-setup/key-broker attestation-models/brokers csv-runtime-attestation/key-broker csv-signed-images/key-broker',
    'federated learning': 'intel-he/use-federated federated-learning/federated-learning',
    'side channels': 'tee-comparison/attacks glossary/properties',
    'reference measurement': 'csv-runtime-attestation/measurement sev-containers/step-measurement',
    'design choices': 'inclavare-containers/design',
    TrustZone: 'arm-cca/background glossary/arm',
    'Four worlds': 'arm-cca/architecture',
    'PAL interface': 'inclavare-containers/pal-api',
    'tdx measurements': 'intel-tdx/measurement',
    'install qemu': 'csv-vm/step-qemu vsgx-guide/step-qemu',
    'sgx generations': 'intel-sgx/generations',
    'occlum memory': 'occlum/memory',
    'encrypt image upload': 'tdx-containers/step-encrypt',
    'deploy kubernetes': 'cluster-setup/kubernetes',
    'sev bios': 'sev-vm/step-bios',
    'selinux firewall': 'cluster-setup/firewall-selinux csv-runtime-attestation/host-permissions',
    'register platform': 'sgx-sdk-psw-dcap/registration',
    '"granule protection table"': 'arm-cca/memory',
    'simple-kbs': 'sev-containers/step-broker',
    'sgx_default_qcnl.conf': 'sgx-sdk-psw-dcap/qpl psi/step-pccs federated-learning/step-pccs',
    'policy.json':
      'tdx-containers/step-policy csv-signed-images/broker-image-policy csv-runtime-attestation/broker-image-policy',
    'kvm_amd sev': 'sev-containers/sev-sme sev-vm/step-kernel-params sev-vm/step-check-host',
    'cosign sign': 'tdx-containers/step-sign',
    '"skopeo copy" in:code':
      'tdx-containers/encrypt-verdictd tdx-containers/encrypt-keyprovider csv-runtime-attestation/encrypted-image',
    'attestation -sgx in:title': 'glossary/attestation hygon-csv/attestation amd-sev/attestation',
    'measurments in:title': 'tee-comparison/measurement intel-tdx/measurement',
    homomorfic: 'intel-he/intel-he intel-he/schemes',
    attestaton: `${platformAttestation} attestation-models/attestation-models`,
    远程证明: 'glossary/attestation',
    'How does remote attestation work?': platformAttestation,
    'What is the difference between SGX and TDX?': 'intel-tdx/compared-with-sgx',
    'how do I install containerd': 'cluster-setup/containerd',
    'what does confidential computing not protect from': 'introduction/limits',
    'how to verify a quote': 'sgx-sdk-psw-dcap/step-quote-verification',
    'Which Hygon processors support CSV?': 'hygon-csv/support',
    'how is enclave memory encrypted': 'intel-sgx/memory',
    'where is homomorphic encryption used': 'intel-he/uses intel-he/intel-he',
    'how can I take part in OpenAnolis?': 'openanolis/take-part',
    'what file systems does Occlum have': 'occlum/file-systems',
    'how to sign a container image': 'tdx-containers/step-sign csv-signed-images/csv-signed-images',
    'How do I start an SGX virtual machine with virsh?': 'vsgx-guide/launch-virsh vsgx-guide/start-domain',
    'what happened to the SIG after 2023': 'introduction/sig introduction/status sig-overview/successors',
  }),
];
