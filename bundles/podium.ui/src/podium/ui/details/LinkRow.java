// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import podium.core.link.LinkDevice;
import podium.core.link.LinkEnd;
import podium.core.link.LinkReport;
import podium.core.link.LinkResult;
import podium.core.link.LinkResult.Verdict;
import podium.core.link.PeerAccess;
import podium.core.metrics.Unit;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** A row of the matrix of links: all that lead from one end. */
record LinkRow(LinkEnd from, LinkReport report) {
    private static final double GIGA = 1e9;
    private static final int FROM = 64;
    private static final int CELL = 104;

    /** What the cells say. */
    enum Shown {
        /** Measured and expected, GB/s. */
        SPEED,
        /** Microseconds. */
        LATENCY
    }

    /** The host first, then the devices that were measured. */
    static List<LinkRow> of(LinkReport report) {
        return ends(report).stream().map(end -> new LinkRow(end, report)).toList();
    }

    /** One column for each end that links lead to. */
    static List<Column<LinkRow, ?>> columns(LinkReport report, Shown shown) {
        List<Column<LinkRow, ?>> columns = new ArrayList<>();
        columns.add(Column.text("from", Texts.of("LinkRow.fromTo"), FROM, Form.NAME, row -> name(row.from())));
        for (LinkEnd to : ends(report)) {
            String label = name(to) + (shown == Shown.SPEED ? ", GB/s" : ", \u00b5s");
            columns.add(new Column<LinkRow, String>(
                    name(to),
                    label,
                    CELL,
                    Form.NUMBER,
                    row -> row.cell(to, shown),
                    text -> text,
                    Comparator.comparing(text -> Double.parseDouble("0" + text.replaceFirst("[^0-9.].*", ""))),
                    row -> row.mark(to)));
        }
        return columns;
    }

    static String name(LinkEnd end) {
        return switch (end) {
            case LinkEnd.Host() -> Texts.of("LinkRow.host");
            case LinkEnd.Device(int index) -> Texts.of("LinkRow.gpu", index);
        };
    }

    private static List<LinkEnd> ends(LinkReport report) {
        return report.links().stream()
                .map(LinkResult::from)
                .distinct()
                .sorted(Comparator.comparingInt(end -> end instanceof LinkEnd.Device device ? device.index() : -1))
                .toList();
    }

    private Optional<LinkResult> to(LinkEnd end) {
        return report.links().stream()
                .filter(link -> link.from().equals(from) && link.to().equals(end))
                .findFirst();
    }

    private String cell(LinkEnd end, Shown shown) {
        return to(end).map(link -> shown == Shown.SPEED
                        ? giga(link.bytesPerSecond()) + " / "
                                + giga(link.expected().bytesPerSecond())
                        : micro(link.latency()))
                .orElse("");
    }

    private Optional<StateIcon> mark(LinkEnd end) {
        return to(end).map(LinkResult::verdict).map(verdict -> switch (verdict) {
            case OK -> new StateIcon(Icon.DONE, Name.GOOD);
            case SLOW -> new StateIcon(Icon.FAILED, Name.CRITICAL);
            case UNKNOWN -> new StateIcon(Icon.UNKNOWN, Name.MUTED);
        });
    }

    /** All that was found of the links of this row, and of the device itself. */
    String tip() {
        List<String> lines = new ArrayList<>();
        report.devices().stream()
                .filter(device -> from.equals(new LinkEnd.Device(device.index())))
                .findFirst()
                .ifPresent(device -> lines.add(device(device)));
        report.links().stream().filter(link -> link.from().equals(from)).forEach(link -> lines.add(link(link)));
        return String.join("\n", lines);
    }

    private static String device(LinkDevice device) {
        List<String> words = new ArrayList<>(
                List.of(device.name(), device.pciBusId(), Texts.of("LinkRow.computeCapability", device.capability())));
        device.multiprocessors().ifPresent(count -> words.add(Texts.of("LinkRow.multiprocessors", count)));
        device.copyEngines().ifPresent(count -> words.add(Formats.counted(count, "copy engine")));
        return String.join(", ", words);
    }

    private static String link(LinkResult link) {
        String words = Texts.of(
                "LinkRow.toExpected",
                name(link.to()),
                link.problem().orElseGet(() -> Texts.of("LinkRow.aCopyOfBytes", speed(link), micro(link.latency()))),
                link.expected().words());
        return link.terms().map(terms -> words + "; " + terms(terms)).orElse(words);
    }

    private static String speed(LinkResult link) {
        String speed = Formats.value(link.bytesPerSecond(), Unit.BYTES_PER_SECOND);
        if (link.verdict() == Verdict.UNKNOWN) {
            return speed;
        }
        String share = Formats.percent(link.bytesPerSecond().orElse(0)
                / link.expected().bytesPerSecond().orElse(1));
        return speed + ", " + (link.verdict() == Verdict.SLOW ? Texts.of("LinkRow.slow", share) : share);
    }

    private static String terms(PeerAccess terms) {
        List<String> words = new ArrayList<>();
        words.add(terms.access() ? Texts.of("LinkRow.peerAccessYes") : Texts.of("LinkRow.peerAccessNo"));
        terms.rank().ifPresent(rank -> words.add(Texts.of("LinkRow.rank", rank)));
        terms.atomics().ifPresent(yes -> words.add(yes ? Texts.of("LinkRow.atomics") : Texts.of("LinkRow.noAtomics")));
        return String.join(", ", words);
    }

    private static String giga(OptionalDouble bytesPerSecond) {
        double giga = bytesPerSecond.orElse(0) / GIGA;
        return bytesPerSecond.isPresent()
                ? String.format(Locale.ROOT, giga < 100 ? "%.1f" : "%.0f", giga)
                : Formats.UNKNOWN;
    }

    private static String micro(OptionalDouble seconds) {
        return seconds.isPresent() ? String.format(Locale.ROOT, "%.1f", seconds.getAsDouble() * 1e6) : Formats.UNKNOWN;
    }
}
