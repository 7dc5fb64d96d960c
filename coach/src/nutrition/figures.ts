/**
 * A number as our sentences show it: `1,490`, `0.4`, `−372`. Written out because asking Intl takes longer than planning
 * a meal.
 * @param digits at most, after the point
 */
export function figure(value: number, digits = 0): string {
  const [whole = '0', rest] = Math.abs(value).toFixed(digits).split('.');
  const decimals = rest?.replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const text = decimals ? `${grouped}.${decimals}` : grouped;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
