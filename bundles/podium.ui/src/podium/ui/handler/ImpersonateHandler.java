// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.core.cluster.ImpersonatedUser;
import podium.core.fleet.FleetService;
import podium.ui.cluster.ClusterActions;
import podium.ui.cluster.ClusterClosing;
import podium.ui.dialog.ImpersonationDialog;
import podium.ui.prompt.LastAnswers;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.UiServices;

/** Opens the current cluster again as another user. */
public class ImpersonateHandler {
    private static final String QUESTION = "act as";
    private static final String SEPARATOR = "\t";

    @CanExecute
    boolean can(FleetSelection selection, FleetService fleet, ClusterActions clusters) {
        return CurrentCluster.of(selection, fleet).filter(clusters::canActAs).isPresent();
    }

    @Execute
    void ask(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            FleetSelection selection,
            FleetService fleet,
            ClusterActions clusters,
            ClusterClosing closing,
            LastAnswers answers,
            UiServices services) {
        CurrentCluster.of(selection, fleet).ifPresent(cluster -> new ImpersonationDialog(
                        shell,
                        services,
                        clusters.actingAs(cluster, last(answers), other -> closing.agrees(cluster, other)))
                .ask()
                .ifPresent(other -> {
                    other.ifPresent(it -> answers.add(QUESTION, answer(it)));
                    closing.begin(cluster, other);
                }));
    }

    private static List<ImpersonatedUser> last(LastAnswers answers) {
        return answers.of(QUESTION).stream()
                .map(answer -> List.of(answer.split(SEPARATOR)))
                .map(words -> new ImpersonatedUser(words.getFirst(), words.subList(1, words.size())))
                .toList();
    }

    private static String answer(ImpersonatedUser user) {
        return Stream.concat(Stream.of(user.user()), user.groups().stream()).collect(Collectors.joining(SEPARATOR));
    }
}
