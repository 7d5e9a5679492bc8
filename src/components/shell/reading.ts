/**
 * In `dev`: tells the server which reading of the project this page was made from, since the project may have
 * been read again while the page was on its way.
 */
const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
const reading = page?.serverTiming.find(({ name }) => name === 'curlew-reading')?.description;
if (reading !== undefined) import.meta.hot?.send('curlew:reading', reading);
