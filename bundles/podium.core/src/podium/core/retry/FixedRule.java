// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

/**
 * A rule that does not count pods.
 *
 * @param outcome of any loss
 * @param why as in {@link Aftermath}
 */
public record FixedRule(Outcome outcome, String why) implements LossRule {
    /** That of objects which make pods anew for ever. */
    public static final FixedRule REPLACES = new FixedRule(Outcome.REPLACED, "");

    @Override
    public Aftermath after(Loss loss, int pods) {
        return new Aftermath(outcome, why);
    }
}
