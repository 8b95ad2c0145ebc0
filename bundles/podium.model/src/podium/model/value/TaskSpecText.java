// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/** {@link TaskSpec} to text and back, for snapshots. */
final class TaskSpecText {
    private TaskSpecText() {}

    static String write(TaskSpec spec) {
        return spec.requests().text();
    }

    static TaskSpec read(String text) {
        return TaskSpec.of(Resources.parse(text));
    }
}
