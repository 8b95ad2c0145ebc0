// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import podium.ui.texts.Texts;

/** What the button is called that goes on to another dialog and does nothing yet. */
public final class NextStep {
    /** On the way to a plan, however many questions come before it. */
    public static final String PLAN = Texts.of("NextStep.plan");

    /** To a question where no plan follows. */
    public static final String QUESTION = Texts.of("NextStep.question");

    private NextStep() {}
}
