// SPDX-License-Identifier: Apache-2.0
package podium.operation.submit;

import java.io.IOException;
import java.util.List;
import podium.operation.plan.PlacementCompiler;

/** Reads manifests for one cluster and compiles what creates them. Blocks: it asks the cluster which kinds it serves. */
public interface ManifestCompiler {
    /**
     * A text with one or more documents, YAML or JSON.
     *
     * @param name of its file; empty: it was pasted
     * @param typed whether somebody wrote it: a field that the cluster does not know is a mistake then, and no difference of versions
     */
    record Source(String name, String text, boolean typed) {
        public Source(String name, String text) {
            this(name, text, true);
        }
    }

    /** How the jobs come into being. */
    sealed interface Way {
        /** As they are written. */
        record Free() implements Way {}

        /** By the gate of manual placement, or suspended where the kind takes no gate. */
        record Held() implements Way {}

        /** Pinned to a node. */
        record OnNode(String name) implements Way {}

        /** Pinned to a domain by its label. */
        record OnDomain(String labelKey, String value) implements Way {}
    }

    /**
     * Reads all of it. What is wrong with a document is a flaw of the answer, not an exception.
     *
     * @param namespace for objects that name none
     */
    Manifest read(List<Source> sources, String namespace) throws IOException;

    /** The writes that create it. */
    PlacementCompiler.Result compile(Manifest manifest, Way way) throws IOException;
}
