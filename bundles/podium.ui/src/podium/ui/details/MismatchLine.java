// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Unit;
import podium.model.fleet.Job;
import podium.telemetry.mismatch.Mismatch;
import podium.ui.label.FleetLabels;
import podium.ui.label.JobOwners;
import podium.ui.table.Brief;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;

/**
 * A device that is held and idle, or used and not held, in words.
 *
 * @param job whose task holds it; empty: none, or it is not known
 */
record MismatchLine(Mismatch mismatch, Optional<Job> job) {
    static final String OWNER = "owner";
    static final String WHAT = "what";

    /** Of which column there is most to say: the name of who holds it. */
    static final int WIDE = 2;

    /** What says where, how long and whose comes first: where it is narrow the last are left out. */
    static List<Column<MismatchLine, ?>> columns(InstantSource clock) {
        return List.of(
                Column.<MismatchLine>text(
                                "device", Texts.of("MismatchLine.device"), 108, Form.NAME, MismatchLine::device)
                        .marked(line -> Optional.of(line.mark())),
                new Column<MismatchLine, Instant>(
                        "since",
                        Texts.of("MismatchLine.howLong"),
                        48,
                        Form.NUMBER,
                        line -> line.mismatch.since(),
                        at -> Formats.age(at, clock.instant()),
                        Comparator.naturalOrder(),
                        line -> Optional.empty()),
                Column.text("holder", Texts.of("MismatchLine.heldBy"), 180, Form.NAME, MismatchLine::named)
                        .cutTo(MismatchLine::briefly),
                Column.text(OWNER, Texts.of("MismatchLine.owner"), 90, Form.NAME, MismatchLine::owner),
                Column.text(WHAT, Texts.of("MismatchLine.what"), 124, Form.SENTENCE, line -> line.mismatch
                        .kind()
                        .words()),
                Column.text("job", Texts.of("MismatchLine.job"), 120, Form.NAME, line -> line.job
                        .map(FleetLabels::name)
                        .orElse("")),
                Column.text(
                        "activity",
                        Texts.of("MismatchLine.activity"),
                        64,
                        Form.NUMBER,
                        line -> Formats.value(line.mismatch.activity(), Unit.RATIO)),
                Column.text(
                        "memory",
                        Texts.of("MismatchLine.memory"),
                        76,
                        Form.NUMBER,
                        line -> Formats.value(line.mismatch.memoryUsed(), Unit.BYTES)));
    }

    String device() {
        DeviceKey key = mismatch.allocation().device();
        return SafeText.line(key.node()) + " " + key.index();
    }

    String holder() {
        return mismatch.allocation().held()
                ? SafeText.line(String.join(", ", mismatch.allocation().holders()))
                : Texts.of("MismatchLine.nobodyAccordingToThe");
    }

    /** The name of the first pod without its namespace. */
    private String pod() {
        String first = SafeText.line(mismatch.allocation().holders().getFirst());
        return first.substring(first.indexOf('/') + 1);
    }

    /** The first pod, and how many more there are: all of them are in the tip. */
    private String named() {
        int more = mismatch.allocation().holders().size() - 1;
        return more < 0 ? holder() : more == 0 ? pod() : Texts.of("MismatchLine.andMore", pod(), Formats.count(more));
    }

    private Brief briefly() {
        return switch (mismatch.allocation().holders().size()) {
            case 0 -> new Brief(Texts.of("MismatchLine.nobody"), "", Optional.empty());
            case 1 -> Brief.NONE;
            default -> new Brief("", pod(), Optional.empty());
        };
    }

    /** All of a row that may be cut, and where opening it leads. */
    String tip() {
        return job.map(of -> Texts.of("MismatchLine.tipWithJob", what(), SafeText.line(of.getName())))
                .orElseGet(() -> Texts.of("MismatchLine.tip", what()));
    }

    /** Held since one time, idle since another. */
    private String what() {
        String since = Formats.time(mismatch.since());
        Optional<String> held = mismatch.allocation().since().map(Formats::time);
        return switch (mismatch.kind()) {
            case USED_BUT_NOT_HELD -> Texts.of("MismatchLine.used", device(), holder(), since);
            case IDLE_BUT_HELD ->
                held.map(before -> Texts.of("MismatchLine.idleForSome", device(), holder(), since, before))
                        .orElseGet(() -> Texts.of("MismatchLine.idle", device(), holder(), since));
        };
    }

    /** Whom to ask: the user, else the team. */
    String owner() {
        String user = job.map(JobOwners::user).orElse("");
        return SafeText.line(user.isEmpty() ? job.map(JobOwners::team).orElse("") : user);
    }

    private StateIcon mark() {
        return switch (mismatch.kind()) {
            case IDLE_BUT_HELD -> new StateIcon(Icon.STALE, Name.WARNING);
            case USED_BUT_NOT_HELD -> new StateIcon(Icon.WARNING, Name.CRITICAL);
        };
    }
}
