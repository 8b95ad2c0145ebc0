// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.function.Consumer;
import java.util.function.Supplier;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.failure.FailureText;
import podium.operation.AuditNotes;
import podium.operation.AuditedAction;
import podium.ui.texts.Texts;

/**
 * Values that look like secrets, which are hidden until somebody asks for them: they are shown once the journal says who did. UI thread.
 */
public record HiddenValues(BackgroundWork background, Supplier<Connections> connections, Supplier<AuditNotes> notes) {
    /**
     * Shows them.
     *
     * @param what it is that has them
     * @param show called when the journal has it
     * @param refused hears why it has not: nothing is shown
     */
    public void show(ClusterId cluster, String what, Runnable show, Consumer<String> refused) {
        AuditNotes journal = notes.get();
        AuditedAction look = AuditedAction.of(connections.get(), cluster, "secret", what);
        background.run(
                () -> {
                    journal.note(look, "shown", Texts.of("HiddenValues.wereShown", what));
                    return look;
                },
                noted -> show.run(),
                problem -> refused.accept(Texts.of("HiddenValues.areNotShown", FailureText.of(problem))));
    }
}
