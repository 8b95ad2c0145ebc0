// SPDX-License-Identifier: Apache-2.0
package podium.app;

import java.util.List;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.equinox.app.IApplicationContext;

/** What happens around the life of the window. */
public class LifeCycle {

    @PostContextCreate
    void start(IEclipseContext context, IApplicationContext application) {
        String[] given = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        context.set(Arguments.class, Arguments.parse(List.of(given)));
    }
}
