// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.operation.submit.TransferCompiler.Found;
import podium.operation.submit.TransferCompiler.Needs;
import podium.operation.submit.TransferCompiler.State;
import podium.operation.texts.Texts;

/** Why a job cannot be submitted to a cluster because of what it needs, and what of that is not known. */
final class TransferReasons {
    private final Optional<List<Found>> source;
    private final List<String> against = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param source what it needs as the cluster has it that it comes from; empty: it comes from none */
    TransferReasons(Optional<List<Found>> source) {
        this.source = source;
    }

    List<String> against() {
        return against;
    }

    List<String> notes() {
        return notes;
    }

    /** The jobs themselves: another one of the name is in the way. */
    void own(List<Found> there) {
        there.stream()
                .filter(found -> found.state() == State.THERE)
                .forEach(found -> against.add(
                        Texts.of("TransferReasons.isThereAlready", found.ref().displayName())));
    }

    /** What its pods name. */
    void objects(List<Found> there) {
        there.forEach(found -> {
            String name = found.ref().displayName();
            switch (found.state()) {
                case MISSING -> against.add(missing(found.ref(), name));
                case UNREADABLE -> notes.add(Texts.of("TransferReasons.youMayNotCheck", name));
                case THERE -> compare(found, name);
            }
        });
    }

    private static String missing(ObjectRef ref, String name) {
        return ref.resource().equals("localqueues")
                ? Texts.of("TransferReasons.theQueueIsNotThere", name)
                : Texts.of("TransferReasons.isNotThere", name);
    }

    private void compare(Found found, String name) {
        Optional<Found> here = source.flatMap(all ->
                all.stream().filter(one -> isSame(one.ref(), found.ref())).findFirst());
        if (here.isEmpty()) {
            return;
        }
        if (!here.get().digest().isEmpty() && !here.get().digest().equals(found.digest())) {
            against.add(Texts.of("TransferReasons.isDifferentThere", name));
        } else if (found.ref().resource().equals("secrets")) {
            notes.add(Texts.of("TransferReasons.isThereWhetherIt", name));
        }
    }

    /** In another cluster the job may get another namespace. */
    private static boolean isSame(ObjectRef here, ObjectRef there) {
        return here.group().equals(there.group())
                && here.resource().equals(there.resource())
                && here.name().equals(there.name());
    }

    /** Claims of volumes: what was written to one is in its cluster only. */
    void volumes(List<Found> there) {
        there.forEach(found -> {
            String name = found.ref().displayName();
            if (found.state() == State.MISSING) {
                against.add(
                        source.isPresent()
                                ? Texts.of("TransferReasons.existsOnlyHereWith", name)
                                : Texts.of("TransferReasons.isNotThere", name));
            } else if (source.isPresent()) {
                against.add(Texts.of("TransferReasons.theVolumeOfIs", name));
            }
        });
    }

    /** Images and paths that are tied to one cluster. */
    void places(Needs needs) {
        needs.images().forEach(image -> (source.isPresent() ? against : notes)
                .add(Texts.of("TransferReasons.imageComesFromA", image)));
        needs.paths().forEach(path -> notes.add(Texts.of("TransferReasons.whatIsAtOn", path)));
    }
}
