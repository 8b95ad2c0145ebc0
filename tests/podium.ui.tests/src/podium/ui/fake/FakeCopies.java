// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import podium.core.change.ClusterId;
import podium.operation.copy.ContainerPath;
import podium.operation.copy.CopyService;

/** Copies nothing, and remembers what was asked for. Any thread. */
public final class FakeCopies implements CopyService {
    /** What was asked for, in order. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public Optional<String> whyNot(ClusterId cluster) {
        return Optional.empty();
    }

    @Override
    public List<String> list(ClusterId cluster, ContainerPath folder) {
        asked.add("list " + folder.title());
        return List.of("out/", "x.txt");
    }

    @Override
    public Copied download(ClusterId cluster, ContainerPath from, Path folder, LongConsumer progress) {
        asked.add("from " + from.title() + " to " + folder);
        progress.accept(7);
        return new Copied(2, 7, 1);
    }

    @Override
    public Copied upload(ClusterId cluster, Path file, ContainerPath folder, LongConsumer progress) {
        asked.add("from " + file + " to " + folder.title());
        progress.accept(7);
        return new Copied(1, 7, 0);
    }
}
