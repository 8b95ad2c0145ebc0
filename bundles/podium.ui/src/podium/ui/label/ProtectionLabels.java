// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.Optional;
import podium.model.fleet.Cluster;
import podium.model.fleet.Protection;
import podium.ui.label.StateLabels.Shown;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/**
 * That others on the way to a server may read and change what is sent: said in red wherever a cluster is shown, however its
 * connection stands, for as long as it is open.
 */
public final class ProtectionLabels {
    private ProtectionLabels() {}

    /** Its word, icon and colour; empty: the way is kept from others. */
    public static Optional<Shown> of(Cluster cluster) {
        return word(cluster.getProtection()).map(word -> new Shown(word, Icon.REFUSED, Name.CRITICAL));
    }

    private static Optional<String> word(Protection protection) {
        return switch (protection) {
            case VERIFIED -> Optional.empty();
            case UNVERIFIED -> Optional.of(Texts.of("ProtectionLabels.notVerified"));
            case PLAIN -> Optional.of(Texts.of("ProtectionLabels.notEncrypted"));
        };
    }

    /** How the connection stands, or, where that is worse, that it is exposed: for a place with room for one icon. */
    public static Shown over(Cluster cluster, Shown state) {
        return of(cluster)
                .map(exposed -> new Shown(state.word() + ", " + exposed.word(), exposed.icon(), exposed.tone()))
                .orElse(state);
    }

    /** The same of its connection, or of when it is. */
    public static Shown connection(Cluster cluster) {
        return over(cluster, StateLabels.of(cluster));
    }

    /** ", not verified" behind a name; empty: nothing is to be said. */
    public static String behind(Cluster cluster) {
        return of(cluster).map(exposed -> ", " + exposed.word()).orElse("");
    }

    /** What it means, a sentence or two; empty: nothing is to be said. */
    public static Optional<String> sentence(Cluster cluster) {
        return switch (cluster.getProtection()) {
            case VERIFIED -> Optional.empty();
            case UNVERIFIED -> Optional.of(Texts.of("ProtectionLabels.theCertificateOfThe"));
            case PLAIN -> Optional.of(Texts.of("ProtectionLabels.theServerIsReached"));
        };
    }

    /** What to do about it. */
    public static String advice(Cluster cluster) {
        return cluster.getProtection() == Protection.PLAIN
                ? Texts.of("ProtectionLabels.giveTheKubeconfigAn")
                : Texts.of("ProtectionLabels.takeInsecureSkipTls");
    }
}
