const timer = setInterval(() => undefined, 60_000);
process.on('SIGTERM', () => {
  console.log('the worker closed');
  clearInterval(timer);
  process.disconnect();
});
process.on('disconnect', () => process.exit(0));
console.log('the worker works');
