// What the editor calls where it was told to test: carries out the cases, and tells of each in one line of the log.
import { cases } from './cases'

/** How long a case may take, in milliseconds. */
const PATIENCE = 120_000

/** One case's outcome, as the test outside reads it behind the mark. */
export interface Outcome {
  name: string
  fault?: string
}

export async function run(): Promise<void> {
  for (const [name, carryOut] of Object.entries(cases)) {
    const outcome: Outcome = { name }
    let clock: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      clock = setTimeout(() => reject(new Error('it took too long')), PATIENCE)
    })
    try {
      await Promise.race([carryOut(), late])
    } catch (error) {
      outcome.fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    } finally {
      clearTimeout(clock)
    }
    console.log(`outcome:${JSON.stringify(outcome)}`)
  }
}
