// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.shell.ShellCommand;

/**
 * A shell that is asked for.
 *
 * @param title what its tab is called, before the container
 * @param container empty: the one that the pod names for it, else its first
 * @param words program and arguments; none in it: what the container runs already, which is attached to; empty: its best shell
 * @param awaited whether the container is still to be made, and is waited for
 * @param onNode whether the root of a node lies at /host in it
 * @param ended what is done once it uses its container no more: it has ended, or its tab was closed
 * @param closed what is done when its tab is closed
 */
public record ShellRequest(
        ClusterId cluster,
        String namespace,
        String pod,
        String title,
        Optional<String> container,
        Optional<List<String>> words,
        boolean awaited,
        boolean onNode,
        Runnable ended,
        Runnable closed) {

    /** The best shell that a pod has. */
    public static ShellRequest in(ClusterId cluster, String namespace, String pod, String title) {
        return new ShellRequest(
                cluster, namespace, pod, title, Optional.empty(), Optional.empty(), false, false, () -> {}, () -> {});
    }

    /** The same in a container of the pod. */
    public ShellRequest of(String name) {
        return new ShellRequest(
                cluster, namespace, pod, title, Optional.of(name), words, awaited, onNode, ended, closed);
    }

    /** The same with another program, of which nothing is cleaned up afterwards. */
    public ShellRequest running(List<String> program) {
        return new ShellRequest(
                cluster,
                namespace,
                pod,
                title,
                container,
                Optional.of(List.copyOf(program)),
                false,
                onNode,
                () -> {},
                () -> {});
    }

    /** What a container that is made for it runs, once it is there. */
    public ShellRequest made(String name, boolean node, Runnable unused, Runnable afterwards) {
        return new ShellRequest(
                cluster,
                namespace,
                pod,
                title,
                Optional.of(name),
                Optional.of(List.of()),
                true,
                node,
                unused,
                afterwards);
    }

    /** What is run, now that the container is known. */
    public ShellCommand command(String name) {
        return words.map(program -> new ShellCommand(namespace, pod, name, program))
                .orElseGet(() -> ShellCommand.shell(namespace, pod, name));
    }
}
