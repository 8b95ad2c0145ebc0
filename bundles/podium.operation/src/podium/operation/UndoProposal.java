// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import podium.core.json.Json;
import podium.core.text.ReadableTime;
import podium.operation.plan.Plan;
import podium.operation.texts.Texts;

/** What taking an operation back means now, against the objects as they are. Nothing was sent to find it out. */
public sealed interface UndoProposal {
    /** It cannot be taken back: why, in sentences. */
    record Refused(String why) implements UndoProposal {}

    /** Nothing of it is left that could be taken back, so it counts as undone: what became of it, in sentences. */
    record Nothing(String why) implements UndoProposal {}

    /** What it wrote is all there: the plan takes it back. */
    record Ready(Plan plan) implements UndoProposal {}

    /**
     * Others have changed since what it wrote.
     *
     * @param merge takes back only what still is as it was written; empty: there is nothing
     * @param anyway takes all back and overwrites what others did; its effects name what; empty: it cannot be done
     */
    record Changed(List<Change> changes, Optional<Plan> merge, Optional<Plan> anyway) implements UndoProposal {
        public Changed {
            changes = List.copyOf(changes);
        }

        /** Who has changed what it wrote, in a sentence. */
        public String heading() {
            long own =
                    changes.stream().filter(change -> change.own().isPresent()).count();
            if (own == 0) {
                return Texts.of("UndoProposal.othersHaveSince");
            }
            return own == changes.size()
                    ? Texts.of("UndoProposal.youHaveSince")
                    : Texts.of("UndoProposal.bothHaveSince");
        }
    }

    /**
     * What others did to an object since.
     *
     * @param object as the operator knows it: "Deployment team-a/web"
     * @param field JSON pointer; empty: the object as a whole
     * @param ours what was written, as JSON; empty: not one value
     * @param now what is there, as JSON or in words
     * @param manager who did it, by the name the client gave itself; empty: the server does not tell
     * @param when the manager wrote last; empty: not told
     * @param own title of the operator's own later operation that did it; empty: none of those
     */
    record Change(
            String object,
            String field,
            String ours,
            String now,
            Optional<String> manager,
            Optional<Instant> when,
            Optional<String> own) {
        /** A change that no operation of the operator did. */
        public Change(
                String object,
                String field,
                String ours,
                String now,
                Optional<String> manager,
                Optional<Instant> when) {
            this(object, field, ours, now, manager, when, Optional.empty());
        }

        /** "Deployment team-a/web: spec.replicas is 20 now, not 9. By kubectl, at 2026-03-01 12:00:00." */
        public String words() {
            return what() + " " + who();
        }

        private String what() {
            if (field.isEmpty()) {
                return Texts.of("UndoProposal.objectIsOtherwise", object, now);
            }
            return now.equals(ours)
                    ? Texts.of("UndoProposal.wasChangedSinceAnd", object, Json.place(field), now)
                    : Texts.of("UndoProposal.isNowNot", object, Json.place(field), now, ours);
        }

        private String who() {
            if (own.isPresent()) {
                return Texts.of("UndoProposal.byYourOwn", own.get());
            }
            if (manager.isEmpty()) {
                return Texts.of("UndoProposal.theServerDoesNot");
            }
            return when.map(at -> Texts.of("UndoProposal.byAt", manager.get(), ReadableTime.of(at)))
                    .orElseGet(() -> Texts.of("UndoProposal.by", manager.get()));
        }
    }
}
