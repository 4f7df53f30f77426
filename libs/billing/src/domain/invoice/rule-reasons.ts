/** Why a rule voids an invoice or proposes a credit note, for the tenant and for whoever decides. */
export const ruleReasons = {
  /** @clause W15.2 */
  afterEnd: '契約終了後の月のため（第15条2項） / Months after the end of service (article 15.2)',
  /** @clause W13.3 */
  suspended:
    '月を通してサービスを停止したため（第13条3項） / Service was suspended all month (article 13.3)',
  /** @clause W4.3 */
  noContract:
    'お申し込みが成立しなかったため（第4条3項） / The application came to nothing (article 4.3)',
  /** @clause W11.3 */
  cheaperCourse:
    'コース変更による差額のため（第11条3項） / Difference after a change of course (article 11.3)',
} as const;
