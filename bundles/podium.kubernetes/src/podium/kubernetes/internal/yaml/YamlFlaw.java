// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.yaml;

/** A YAML document cannot be taken as it is: in which line, why, and what to do. */
public final class YamlFlaw extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;
    private final String problem;
    private final String advice;

    /** @param inLine the problem with its line, as the message is: no sentence of its own */
    YamlFlaw(int line, int column, String problem, String inLine, String advice) {
        super(inLine, null, false, false);
        this.line = line;
        this.column = column;
        this.problem = problem;
        this.advice = advice;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }

    /** What is wrong, a sentence. */
    public String problem() {
        return problem;
    }

    /** What to do about it, a sentence. */
    public String advice() {
        return advice;
    }
}
