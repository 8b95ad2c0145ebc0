// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.MetricSource;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;

/** A source of metrics in words. */
record MetricSourceLine(MetricSource source) {
    static final String PROBLEM = "problem";

    /** Which column takes what room is left: names are read first. */
    static final int WIDE = 1;

    /** How a source stands, the worst first. */
    enum State {
        TROUBLE(Texts.of("MetricSourceLine.trouble"), Icon.FAILED, Name.CRITICAL),
        BROKEN(Texts.of("MetricSourceLine.brokenLines"), Icon.WARNING, Name.WARNING),
        NO_DEVICE(Texts.of("MetricSourceLine.noDevice"), Icon.UNKNOWN, Name.MUTED),
        WAITING(Texts.of("MetricSourceLine.notReadYet"), Icon.WAITING, Name.MUTED),
        WELL(Texts.of("MetricSourceLine.well"), Icon.DONE, Name.GOOD),
        OFF(Texts.of("MetricSourceLine.off"), Icon.CLOSED, Name.MUTED);

        private final String word;
        private final StateIcon mark;

        State(String word, Icon icon, Name tone) {
            this.word = word;
            this.mark = new StateIcon(icon, tone);
        }

        String word() {
            return word;
        }

        StateIcon mark() {
            return mark;
        }
    }

    State state() {
        if (!source.on()) {
            return State.OFF;
        } else if (source.problem().isPresent()) {
            return State.TROUBLE;
        } else if (source.lastGood().isEmpty()) {
            return State.WAITING;
        } else if (source.brokenLines() > 0) {
            return State.BROKEN;
        }
        return source.devices() == 0 ? State.NO_DEVICE : State.WELL;
    }

    /** The maker of what is read. */
    String kind() {
        return switch (source.exporter().kind()) {
            case "dcgm" -> "DCGM";
            case "amd" -> "AMD";
            case "habana" -> "Gaudi";
            case "ascend" -> "Ascend";
            case "hami" -> "HAMi";
            case "neuron" -> "Neuron";
            case "mthreads" -> "Moore Threads";
            case "nvidia-smi" -> "nvidia-smi";
            case "podium" -> Texts.of("MetricSourceLine.podiumAgent");
            case ExporterEndpoint.LOCAL -> Texts.of("MetricSourceLine.thisMachine");
            case ExporterEndpoint.PROMETHEUS -> "Prometheus";
            default -> source.exporter().kind();
        };
    }

    /** The node it is on, or where the server is. */
    String where() {
        ExporterEndpoint exporter = source.exporter();
        if (!exporter.node().isEmpty()) {
            return SafeText.line(exporter.node());
        }
        return SafeText.line(exporter.path()
                .replaceFirst("^/api/v1/namespaces/([^/]+)/services/(?:https:)?([^:/]+)(?::\\d+)?/proxy.*", "$1/$2")
                .replaceFirst("^/apis/metrics.k8s.io/.*", Texts.of("MetricSourceLine.apiServer")));
    }

    /** What went wrong and what it cost; empty: nothing did. */
    String problem() {
        String broken = source.brokenLines() == 0
                ? ""
                : Texts.of("MetricSourceLine.ofTheLastAnswer", Formats.counted(source.brokenLines(), "line"));
        if (state() == State.NO_DEVICE) {
            return Texts.of("MetricSourceLine.answersWithoutDevice");
        }
        return source.problem().map(SafeText::line).orElse(broken);
    }

    /** What has none has no column for it: where it is narrow the last are left out. */
    static List<Column<MetricSourceLine, ?>> columns(InstantSource clock) {
        return List.of(
                new Column<MetricSourceLine, State>(
                        "state",
                        Texts.of("MetricSourceLine.state"),
                        92,
                        Form.SENTENCE,
                        MetricSourceLine::state,
                        State::word,
                        Comparator.naturalOrder(),
                        line -> Optional.of(line.state().mark())),
                Column.text("from", Texts.of("MetricSourceLine.from"), 104, Form.NAME, MetricSourceLine::where),
                Column.text(
                        PROBLEM, Texts.of("MetricSourceLine.problem"), 120, Form.SENTENCE, MetricSourceLine::problem),
                Column.text("source", Texts.of("MetricSourceLine.source"), 84, Form.SENTENCE, MetricSourceLine::kind),
                new Column<MetricSourceLine, Instant>(
                        "read",
                        Texts.of("MetricSourceLine.read"),
                        48,
                        Form.NUMBER,
                        line -> last(line.source()),
                        at -> Formats.age(at, clock.instant()),
                        Comparator.reverseOrder(),
                        line -> Optional.empty()),
                new Column<MetricSourceLine, MetricSource>(
                        "devices",
                        Texts.of("MetricSourceLine.devices"),
                        56,
                        Form.NUMBER,
                        MetricSourceLine::source,
                        MetricSourceLine::devices,
                        Comparator.comparingInt(MetricSource::devices),
                        line -> Optional.empty()));
    }

    /** How many it tells of; that of a server of metrics are nodes, which it says. */
    private static String devices(MetricSource source) {
        return source.exporter().kind().equals(ExporterEndpoint.NODE_METRICS)
                ? Formats.counted(source.devices(), "node")
                : Formats.count(source.devices());
    }

    private static @Nullable Instant last(MetricSource source) {
        return source.lastGood().isPresent() ? source.lastGood().get() : null;
    }
}
