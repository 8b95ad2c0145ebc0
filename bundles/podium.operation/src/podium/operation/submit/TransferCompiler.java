// SPDX-License-Identifier: Apache-2.0
package podium.operation.submit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;

/** Takes a job out of one cluster as it could be submitted to another, and looks up what it needs there. Blocks. */
public interface TransferCompiler {
    /** A job as a manifest, or why it stays where it is. */
    sealed interface Taken {
        /**
         * It can be submitted elsewhere.
         *
         * @param body JSON, without what this cluster wrote into it, and without its namespace
         * @param dispatch who else decides where it runs; empty: nobody
         */
        record Job(String body, Optional<Dispatch> dispatch) implements Taken {}

        /** It stays where it is. */
        record Stays(String reason, String advice) implements Taken {}
    }

    /**
     * What a dispatcher (MultiKueue) of the cluster does with the job: it may be compared, and not moved by hand.
     *
     * @param why it is not moved by hand, in a sentence
     * @param workers the clusters it may be sent to
     */
    record Dispatch(String why, List<Worker> workers) {
        public Dispatch {
            workers = List.copyOf(workers);
        }
    }

    /**
     * A cluster that the dispatcher knows.
     *
     * @param name by which it knows it
     * @param words how it stands, in a sentence
     */
    record Worker(String name, String words) {}

    /** Whether an object is there. */
    enum State {
        THERE,
        MISSING,
        UNREADABLE
    }

    /**
     * An object as a cluster has it.
     *
     * @param digest of what of it matters to pods; empty: it is not there, or not compared
     */
    record Found(ObjectRef ref, State state, String digest) {}

    /**
     * What pods name besides their own object.
     *
     * @param objects what has to exist, in the order of the manifest; what is in the manifest itself is left out
     * @param volumes claims of volumes, whose content is in one cluster only
     * @param images that come from a registry inside a cluster
     * @param paths of hosts that are mounted
     */
    record Needs(List<ObjectRef> objects, List<ObjectRef> volumes, List<String> images, List<String> paths) {
        public Needs {
            objects = List.copyOf(objects);
            volumes = List.copyOf(volumes);
            images = List.copyOf(images);
            paths = List.copyOf(paths);
        }
    }

    /**
     * The job as it could be submitted elsewhere.
     *
     * @param uid its uid; another one by now is a refusal
     */
    Taken take(ObjectRef job, String uid) throws IOException;

    /** What the objects of a manifest name besides themselves. */
    Needs needs(Manifest manifest) throws IOException;

    /** The namespaces that people work in; empty: they may not be listed. */
    List<String> namespaces() throws IOException;

    /** Each of these objects as this cluster has it. Secrets are looked for by name and never read. */
    List<Found> look(List<ObjectRef> objects) throws IOException;
}
