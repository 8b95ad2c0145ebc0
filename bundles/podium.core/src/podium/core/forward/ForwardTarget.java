// SPDX-License-Identifier: Apache-2.0
package podium.core.forward;

import podium.core.texts.Texts;

/**
 * A port that is forwarded.
 *
 * @param kind of what has the port
 * @param port of the pod, or of the service, which knows to which port of its pods it leads
 */
public record ForwardTarget(Kind kind, String namespace, String name, int port) {
    private static final int HIGHEST = 65_535;

    public ForwardTarget {
        if (port < 1 || port > HIGHEST) {
            throw new IllegalArgumentException("no port: " + port);
        }
    }

    /** What has ports. */
    public enum Kind {
        POD("pod"),
        SERVICE("service");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As people and kubectl call it. */
        public String word() {
            return word;
        }
    }

    /** What an operator reads of it: "pod team/web-0, port 8000". */
    public String title() {
        return Texts.of("ForwardTarget.port", kind.word(), namespace, name, port);
    }

    /**
     * The same with kubectl.
     *
     * @param kubectl how its cluster is reached with it
     */
    public String command(String kubectl, int localPort) {
        return kubectl + " port-forward -n " + namespace + " " + kind.word() + "/" + name + " " + localPort + ":"
                + port;
    }
}
