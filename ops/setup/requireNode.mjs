const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`✗ 需要 Node.js 20 或更高版本，当前为 ${process.versions.node}。请升级后重试。`);
  console.error(`  Node.js 20 or later is needed, this is ${process.versions.node}: upgrade it and try again.`);
  process.exit(1);
}
