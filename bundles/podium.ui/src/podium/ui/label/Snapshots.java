// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.fleet.ClusterMoment;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.ui.label.StateLabels.Shown;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.TextShortener;

/** Labels of an opened snapshot, which is shown calmly as the fleet was at that time. */
public final class Snapshots {
    /** The id of a cluster of a snapshot begins with it. */
    public static final String KIND = "snapshot ";

    /** Stands between file and cluster in an id: no path has it. */
    private static final String OF = "//";

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Snapshots() {}

    /** What a cluster of a snapshot is known by: nothing that is known of the one it was taken of counts for it. */
    public static ClusterId id(ClusterId of, Path file) {
        return new ClusterId(
                KIND + file.toAbsolutePath().normalize() + OF + of.value(),
                of.name() + " (" + file.getFileName() + ")",
                of.context());
    }

    /** The file of a snapshot that a cluster is one of; empty: it is none, or not known. */
    public static Optional<Path> file(Cluster cluster) {
        return Optional.ofNullable(cluster.getId())
                .filter(id -> is(cluster) && id.contains(OF))
                .map(id -> Path.of(id.substring(KIND.length(), id.indexOf(OF))));
    }

    /** Whether a cluster is one of a snapshot. */
    public static boolean is(Cluster cluster) {
        return cluster.getConnection() == ConnectionState.CLOSED
                && cluster.getId() != null
                && cluster.getId().startsWith(KIND);
    }

    /** Why nothing can be asked of a thing's cluster: it is a snapshot; empty: it is none. */
    public static Optional<String> whyNot(EObject thing) {
        return FleetLabels.cluster(thing)
                .filter(Snapshots::is)
                .map(cluster -> Texts.of("Snapshots.isASnapshot", brief(cluster)));
    }

    /** What it is called where its file has no room: ai-factory (12:43). */
    public static String brief(Cluster cluster) {
        String file = file(cluster).map(Path::getFileName).map(Path::toString).orElse("");
        String name = FleetLabels.name(cluster);
        String end = " (" + file + ")";
        String of = name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
        @Nullable Instant at = cluster.getLastContact();
        return at == null ? of : of + " (" + moment(at) + ")";
    }

    /** The name of a cluster in so many letters: that of a snapshot without its file where both have no room. */
    public static String fit(Cluster cluster, int letters) {
        String name = FleetLabels.name(cluster);
        return TextShortener.to(letters, name.length() > letters && is(cluster) ? brief(cluster) : name);
    }

    /** As it was at 12:43; with the day where that was not today. */
    public static String words(Cluster cluster) {
        @Nullable Instant at = cluster.getLastContact();
        return at == null ? Texts.of("Snapshots.asItWasWhen") : Texts.of("Snapshots.asItWasAt", moment(at));
    }

    private static String moment(Instant at) {
        ZonedDateTime local = at.atZone(ZoneId.systemDefault());
        boolean today = local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
        return (today ? HOUR : DAY).format(local);
    }

    /** When something was so, to the second and with the day where that was not today, of what is in a snapshot; empty: it has an age. */
    public static Optional<String> at(EObject of, Instant time) {
        return FleetLabels.cluster(of).filter(Snapshots::is).map(_ -> {
            String words = Formats.time(time);
            String today = LocalDate.now(ZoneId.systemDefault()) + " ";
            return words.startsWith(today) ? words.substring(today.length()) : words;
        });
    }

    /** The time to which the ages of what is in a cluster run: now, or when the snapshot was taken. */
    public static Instant until(EObject of, Instant now) {
        return ClusterMoment.of(of, now);
    }

    static Shown shown(Cluster cluster) {
        return new Shown(words(cluster), Icon.STALE, Name.MUTED);
    }
}
