// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.util.List;
import java.util.stream.Stream;
import podium.core.api.ApiWrite;
import podium.operation.plan.Plan;
import podium.operation.secret.Redaction;
import podium.operation.texts.Texts;

/**
 * Keeps the bodies of Secrets out of the journal: an operation that writes one is refused as a whole. So is one that would write
 * what was kept apart from the journal and is gone.
 */
public final class SecretRefusal {
    /** Why such a write is not sent. */
    public static final String GONE = Texts.of("SecretRefusal.whatItWouldWrite", JournalSecrets.MOST.toDays());

    private SecretRefusal() {}

    public static List<String> problems(Plan plan) {
        if (writes(plan).anyMatch(SecretRefusal::isGone)) {
            return List.of(Texts.of("SecretRefusal.whatItWouldWrite", JournalSecrets.MOST.toDays()));
        }
        boolean secret = Stream.concat(plan.steps().stream(), plan.undo().stream())
                .flatMap(step -> step.writes().stream())
                .anyMatch(write -> write.write().target().resource().equals("secrets")
                        || write.undo()
                                .filter(undo -> undo.target().resource().equals("secrets"))
                                .isPresent());
        return secret
                ? List.of(Texts.of("SecretRefusal.podiumWritesNoSecrets"))
                : plan.then().map(SecretRefusal::problems).orElse(List.of());
    }

    /** True for a write whose body lost its secrets. It must never be sent. */
    public static boolean isGone(ApiWrite write) {
        return Redaction.isRedacted(write.body());
    }

    private static Stream<ApiWrite> writes(Plan plan) {
        return plan.steps().stream()
                .flatMap(step -> step.writes().stream())
                .flatMap(write -> Stream.concat(Stream.of(write.write()), write.undo().stream()));
    }
}
