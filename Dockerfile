# The service with its role documents. Secrets are given when it is run, never built in.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY knowledge/pom.xml knowledge/
COPY knowledge/src/main knowledge/src/main
COPY bot/pom.xml bot/
COPY bot/src/main bot/src/main
RUN mvn -B -ntp -Dmaven.test.skip=true package

# Debian and its kin: the native libraries of the embedding model need glibc.
FROM eclipse-temurin:25-jre
# Charts are drawn with the fonts that fontconfig knows.
RUN apt-get update \
 && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --gid 10001 rolewise \
 && useradd --uid 10001 --gid rolewise --no-create-home --home-dir /data --shell /usr/sbin/nologin rolewise \
 && mkdir -p /data /documents \
 && chown rolewise:rolewise /data
COPY --from=build /src/bot/target/lib /opt/rolewise/lib/
COPY --from=build /src/bot/target/rolewise.jar /opt/rolewise/
COPY config/rolewise.yaml /opt/rolewise/config/
COPY knowledge/roles /documents/
# All interfaces of the container: publish the port only where it is wanted.
ENV LANG=C.UTF-8 \
    ROLEWISE_DATA_DIR=/data \
    ROLEWISE_HTTP_HOST=0.0.0.0 \
    ROLEWISE_KNOWLEDGE_DIRS=/documents
VOLUME ["/data", "/documents"]
EXPOSE 8080
USER 10001:10001
WORKDIR /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${ROLEWISE_HTTP_PORT:-8080} && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [[ $status == 200 ]]"]
ENTRYPOINT ["java", "-Drolewise.home=/opt/rolewise", "-Djava.awt.headless=true", "-XX:MaxRAMPercentage=50", "-XX:+UseCompactObjectHeaders", "-Xlog:disable", "-XX:+DisplayVMOutputToStderr", "-jar", "/opt/rolewise/rolewise.jar"]
CMD ["serve"]
