/** How every live figure is opened, in notebooks and in pages: plotly's `config`, plain JSON.
 *  Plotly would offer to upload a figure to its makers' cloud; nothing of the kit talks to a web site, so the button is gone and the
 *  address empty. Box and lasso select points for programs that listen; here nobody does. */
export const PLOT_SETTINGS = {
  responsive: true,
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: '',
  modeBarButtonsToRemove: ['sendChartToCloud', 'lasso2d', 'select2d'],
} as const;
