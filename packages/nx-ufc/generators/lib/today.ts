/** The day, as ISO date in UTC; SOURCE_DATE_EPOCH (seconds) decides where builds are reproducible. */
export function today(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return (epoch ? new Date(Number(epoch) * 1000) : new Date()).toISOString().slice(0, 10);
}
