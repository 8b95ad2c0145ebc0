@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts Podium with the JDK 25 or newer of JAVA_HOME, or the java on the PATH.
setlocal
set "JAVA=javaw"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\javaw"
if not defined PODIUM_HOME set "PODIUM_HOME=%LOCALAPPDATA%\Podium"
for %%L in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%L"
start "Podium" "%JAVA%" -XX:+UseG1GC -XX:GCTimeRatio=1 -XX:InitiatingHeapOccupancyPercent=35 -XX:G1HeapRegionSize=1m -XX:ParallelGCThreads=2 -XX:ConcGCThreads=1 -Xms48m -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=15 -XX:+UseCompactObjectHeaders -Djdk.reflect.useNativeAccessorOnly=true --enable-native-access=ALL-UNNAMED -Djdk.httpclient.bufsize=65536 "-Djava.util.logging.config.file=%~dp0logging.properties" %PODIUM_JVM_FLAGS% -jar "%LAUNCHER%" -data "%PODIUM_HOME%" %*
