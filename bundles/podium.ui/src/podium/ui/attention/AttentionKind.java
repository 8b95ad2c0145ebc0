// SPDX-License-Identifier: Apache-2.0
package podium.ui.attention;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.model.fleet.JobState;
import podium.ui.label.StateLabels;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** What there is that needs attention, worst first. */
public enum AttentionKind {
    NOT_CONNECTED(Icon.FAILED, Name.CRITICAL, List.NONE, ""),
    NODE_NOT_READY(Icon.FAILED, Name.CRITICAL, List.NODES, terms("state", Texts.of("StateLabels.notReady"))),
    NODE_SILENT(Icon.UNKNOWN, Name.WARNING, List.NODES, terms("state", Texts.of("StateLabels.doesNotReport"))),
    DEVICE_FAILED(Icon.FAILED, Name.CRITICAL, List.NONE, ""),
    PODS_REFUSED(Icon.FAILED, Name.CRITICAL, List.JOBS, terms("state", word(JobState.WAITING))),
    JOB_FAILING(Icon.FAILING, Name.CRITICAL, List.JOBS, terms("state", word(JobState.FAILING))),
    JOB_FAILED(Icon.FAILED, Name.CRITICAL, List.JOBS, terms("state", word(JobState.FAILED))),
    OPERATION_STOPPED(Icon.WARNING, Name.WARNING, List.OPERATIONS, ""),
    NODE_CONDITION(Icon.WARNING, Name.WARNING, List.NONE, ""),
    NOT_OFFERED(Icon.WARNING, Name.WARNING, List.NODES, "unoffered>0"),
    NODE_CORDONED(Icon.CORDONED, Name.CORDONED, List.NODES, terms("state", Texts.of("StateLabels.cordoned"))),
    NODE_TAINTED(Icon.CORDONED, Name.CORDONED, List.NODES, terms("state", Texts.of("StateLabels.tainted"))),
    DEVICE_TAINTED(Icon.CORDONED, Name.CORDONED, List.NODES, "tainted>0"),
    JOB_WAITS(Icon.WAITING, Name.WAITING, List.JOBS, "state:" + word(JobState.WAITING) + "," + word(JobState.HELD)),
    USED_BUT_NOT_HELD(Icon.WARNING, Name.WARNING, List.NONE, ""),
    IDLE_BUT_HELD(Icon.STALE, Name.WARNING, List.NONE, ""),
    SOURCE_SILENT(Icon.UNKNOWN, Name.WARNING, List.NONE, "");

    /** The part of the window that lists several of a kind. */
    public enum List {
        NODES,
        JOBS,
        OPERATIONS,
        NONE
    }

    private final StateIcon mark;
    private final List list;
    private final String filter;

    AttentionKind(Icon icon, Name tone, List list, String filter) {
        this.mark = new StateIcon(icon, tone);
        this.list = list;
        this.filter = filter;
    }

    /** All words must be in the field: of "not ready" both, since what is ready has one of them. */
    private static String terms(String field, String words) {
        return Stream.of(words.split(" ")).map(word -> field + ":" + word).collect(Collectors.joining(" "));
    }

    private static String word(JobState state) {
        return StateLabels.of(state).word();
    }

    public StateIcon mark() {
        return mark;
    }

    /** The part that lists them. */
    public List list() {
        return list;
    }

    /** What is typed into the filter of that part to see these only; empty: it has no filter for them. */
    public String filter() {
        return filter;
    }

    /** How many of a kind have a line each; of more, one line tells of all. */
    int lines() {
        return switch (this) {
            case JOB_WAITS, USED_BUT_NOT_HELD, IDLE_BUT_HELD -> 1;
            default -> 3;
        };
    }
}
