/** Before the figures in what a measured extension host prints. */
export const hostFiguresMark = '@@host-figures@@';
