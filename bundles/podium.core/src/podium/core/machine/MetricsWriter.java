// SPDX-License-Identifier: Apache-2.0
package podium.core.machine;

/** Writes what local devices tell as a text for other tools to read. Any thread. */
public interface MetricsWriter {
    /**
     * The text. Devices that do not answer are in it by their state only, never by old numbers.
     *
     * @param host name of this machine
     */
    byte[] write(LocalAccelerators.State state, String host, Format format);

    /** How the text is laid out. */
    enum Format {
        /** Prometheus text format 0.0.4. */
        PROMETHEUS("text/plain; version=0.0.4; charset=utf-8"),
        /** OpenMetrics 1.0. */
        OPENMETRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }
    }
}
