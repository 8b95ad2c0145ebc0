// SPDX-License-Identifier: Apache-2.0
package podium.operation.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import podium.core.change.ClusterId;

/**
 * Copies files from and to containers as {@code kubectl cp} does, by the container's own {@code tar}. A command runs there, so it takes
 * what a shell takes: a cluster that may be changed, and a line in the journal. All calls but the first block; an interrupt ends them.
 */
public interface CopyService {
    /** Why nothing may be copied now, in words; empty: it may. Any thread; does not block. */
    Optional<String> whyNot(ClusterId cluster);

    /**
     * What is in a folder, by the container's own {@code ls}, in natural order; the names of folders end with a slash.
     *
     * @throws IOException also when the container has none, with the reason in words
     */
    List<String> list(ClusterId cluster, ContainerPath folder) throws IOException;

    /**
     * What was copied.
     *
     * @param files how many, folders not counted
     * @param bytes of their content
     * @param leftOut entries that are neither files nor folders, such as links: they are not taken
     */
    record Copied(int files, long bytes, int leftOut) {}

    /**
     * Copies a file or a folder to a folder of this machine. Nothing that is there is written over, and nothing outside it is written,
     * whatever the container sends.
     *
     * @param progress hears how many bytes came
     */
    Copied download(ClusterId cluster, ContainerPath from, Path folder, LongConsumer progress) throws IOException;

    /**
     * Copies a file or a folder of this machine into a folder of a container. Links are not followed.
     *
     * @param progress hears how many bytes went
     */
    Copied upload(ClusterId cluster, Path file, ContainerPath folder, LongConsumer progress) throws IOException;
}
