// Runs before the first paint, so that nobody who chose the dark scheme sees a white flash.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('benchside-scheme') ?? 'auto';
  } catch {
    // Storage is switched off: the device's own scheme it is.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
