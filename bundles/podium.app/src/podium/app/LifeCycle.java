// SPDX-License-Identifier: Apache-2.0
package podium.app;

import java.util.List;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import podium.core.fleet.FleetRealm;
import podium.ui.kit.DisplayRealm;

/** What happens around the life of the window. */
public class LifeCycle {
    /** Exit status of a command line that cannot be understood, as shells use it. */
    private static final int EXIT_USAGE = 2;

    /**
     * The UI thread becomes the realm of the fleet: with it as a service, the components of core, agent and kubernetes
     * come up by themselves.
     */
    @PostContextCreate
    void start(IEclipseContext context, IApplicationContext application, Display display) {
        String[] given = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        context.set(Arguments.class, parse(List.of(given)));
        BundleContext bundle = FrameworkUtil.getBundle(LifeCycle.class).getBundleContext();
        bundle.registerService(FleetRealm.class, new DisplayRealm(display), null);
    }

    /** A command line that cannot be understood is answered where it was typed; no window opens. */
    private static Arguments parse(List<String> given) {
        try {
            return Arguments.parse(given);
        } catch (IllegalArgumentException e) {
            System.err.println("podium: " + e.getMessage());
            System.err.println(Arguments.USAGE);
            System.exit(EXIT_USAGE);
            throw e;
        }
    }
}
