// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import java.util.Map;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;

/** What the launcher tells the application about the product it starts: the same as its plugin.xml says. */
@SuppressWarnings("rawtypes") // as the interface has it
final class ProductContext implements IApplicationContext {
    private static final Map<String, String> PROPERTIES = Map.of(
            "appName", "Podium",
            "applicationXMI", "podium.app/Application.e4xmi",
            "lifeCycleURI", "bundleclass://podium.app/podium.app.LifeCycle",
            "windowImages", "icons/podium.svg");
    private final Map<String, Object> arguments;

    ProductContext(String... arguments) {
        this.arguments = Map.of(APPLICATION_ARGS, arguments);
    }

    @Override
    public Map getArguments() {
        return arguments;
    }

    @Override
    public void applicationRunning() {}

    @Override
    public String getBrandingApplication() {
        return "org.eclipse.e4.ui.workbench.swt.E4Application";
    }

    @Override
    public String getBrandingName() {
        return "Podium";
    }

    @Override
    public String getBrandingDescription() {
        return "";
    }

    @Override
    public String getBrandingId() {
        return "podium.app.product";
    }

    @Override
    public String getBrandingProperty(String key) {
        return PROPERTIES.get(key);
    }

    @Override
    public Bundle getBrandingBundle() {
        return Platform.getBundle("podium.app");
    }

    @Override
    public void setResult(Object result, IApplication application) {}
}
