// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ContextEntry;
import podium.core.cluster.ContextList;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.internal.config.ContextNames;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.config.UsualKubeconfigs;
import podium.kubernetes.texts.Texts;

/** What contexts there are, and what a target stands for now. Reads kubeconfigs only. */
final class ContextLists {
    private final UsualKubeconfigs usual;

    ContextLists(UsualKubeconfigs usual) {
        this.usual = usual;
    }

    /** The kubeconfig that a target is of, as it is now. */
    Kubeconfig read(ClusterTarget target) throws KubeconfigException {
        if (target.kubeconfig().equals(usual.account().token())) {
            return usual.account().read();
        }
        return target.merged().isEmpty() ? Kubeconfig.read(target.kubeconfig()) : Kubeconfig.merge(target.merged());
    }

    /** The same context as it stands in its files now. */
    ClusterTarget again(ClusterTarget target) {
        try {
            Kubeconfig read = read(target);
            Path file = read.file(target.context());
            return new ClusterTarget(
                    ClusterKeys.of(file, target.context(), read),
                    file,
                    target.merged(),
                    target.context(),
                    target.simulated(),
                    target.actAs());
        } catch (KubeconfigException e) {
            // whoever opens it says what is wrong
            return target;
        }
    }

    List<ClusterTarget> contexts(Path kubeconfig) throws KubeconfigException {
        Kubeconfig read = Kubeconfig.read(kubeconfig);
        return read.contexts().stream()
                .map(name -> new ClusterTarget(ClusterKeys.of(kubeconfig, name, read), kubeconfig, name, false))
                .toList();
    }

    ContextList list(Path kubeconfig) {
        try {
            return new ContextList(kubeconfig.toString(), entries(Kubeconfig.read(kubeconfig), List.of()), "");
        } catch (KubeconfigException e) {
            return new ContextList(kubeconfig.toString(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    ContextList usual() {
        List<ContextEntry> entries = new ArrayList<>();
        String problem = "";
        try {
            List<Path> files = usual.files();
            Kubeconfig read = Kubeconfig.merge(files);
            entries.addAll(entries(read, files.size() > 1 ? files : List.of()));
            if (entries.isEmpty() && files.stream().anyMatch(Files::exists)) {
                problem = Texts.of("ContextLists.itHasNoContext");
            }
        } catch (KubeconfigException e) {
            problem = String.valueOf(e.getMessage());
        }
        try {
            if (usual.account().isHere()) {
                entries.addAll(entries(usual.account().read(), List.of()));
            }
        } catch (KubeconfigException e) {
            // the token went while it was looked for: this is no pod any more
        }
        return new ContextList(usual.words(), entries, problem);
    }

    private static List<ContextEntry> entries(Kubeconfig read, List<Path> merged) throws KubeconfigException {
        List<ContextEntry> entries = new ArrayList<>();
        for (String name : read.contexts()) {
            Path file = read.file(name);
            ClusterTarget target =
                    new ClusterTarget(ClusterKeys.of(file, name, read), file, merged, name, false, Optional.empty());
            entries.add(entry(target, read));
        }
        return entries;
    }

    private static ContextEntry entry(ClusterTarget target, Kubeconfig read) throws KubeconfigException {
        String name = target.context();
        ContextNames names = read.names(name);
        String server = "";
        String problem = "";
        try {
            server = read.context(name).cluster().server().toString();
        } catch (KubeconfigException e) {
            problem = String.valueOf(e.getMessage());
        }
        return new ContextEntry(target, server, names.namespace(), names.user(), name.equals(read.current()), problem);
    }
}
