// SPDX-License-Identifier: Apache-2.0
package podium.operation.object;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.operation.plan.PlacementCompiler;
import podium.operation.texts.Texts;

/** Compiles an act on one object into the writes it needs. A capability of a connection. Blocks: it reads the object first. */
public interface ObjectActionCompiler {

    /** @param uid of the object that is meant; another one by now is a refusal; empty: whichever is there */
    PlacementCompiler.Result compile(ObjectRef ref, String uid, ObjectAction act) throws IOException;

    /** The revisions of a workload that it can be rolled back to, newest first; none where the kind keeps none. */
    List<Revision> revisions(ObjectRef ref) throws IOException;

    /** Why a text is no object; empty: it is one. Asks nobody and returns at once. */
    Optional<Flaw> flaw(String yaml);

    /**
     * A template that a workload had.
     *
     * @param number from 1, in the order in which they were made
     * @param made when it was made first; empty: not told
     * @param images of its containers
     * @param cause what {@code kubernetes.io/change-cause} says; empty: nothing
     * @param current whether it is the one of now
     */
    record Revision(long number, Optional<Instant> made, List<String> images, String cause, boolean current) {
        public Revision {
            images = List.copyOf(images);
        }
    }

    /**
     * What is wrong with a text.
     *
     * @param line from 1
     * @param column from 1
     * @param problem a sentence
     * @param advice what to do, a sentence
     */
    record Flaw(int line, int column, String problem, String advice) {
        /** Where, what, and what to do. */
        public String words() {
            return Texts.of("ObjectActionCompiler.lineColumn", line, column, problem, advice);
        }
    }
}
