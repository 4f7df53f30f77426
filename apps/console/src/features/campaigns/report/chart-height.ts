/** Pixels; what stands there before the chart has the same, so that nothing jumps. */
export const chartHeight = 280;
