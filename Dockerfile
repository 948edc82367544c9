# The API for a Neo4j server. It takes the jar that `mvn -B package` made, and fetches nothing but its base image.
FROM eclipse-temurin:25-jre AS jar
COPY target/imprimatur-*.jar /imprimatur.jar
RUN java -Djarmode=tools -jar /imprimatur.jar extract --destination /extracted

FROM eclipse-temurin:25-jre
RUN useradd --system --user-group --home-dir /imprimatur --create-home imprimatur
USER imprimatur
WORKDIR /imprimatur
COPY container/healthy .
COPY --from=jar /extracted/lib lib
COPY --from=jar /extracted/imprimatur.jar .
# A rehearsed start writes the ahead-of-time cache. It has no server to reach: where it ends early, the cache holds less.
RUN SPRING_NEO4J_URI=bolt://127.0.0.1:1 \
    java -XX:AOTCacheOutput=imprimatur.aot -Dspring.context.exit=onRefresh -jar imprimatur.jar; test -s imprimatur.aot
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s CMD ["./healthy"]
ENTRYPOINT ["java", "-XX:AOTCache=imprimatur.aot", "-XX:MaxRAMPercentage=75", "-jar", "imprimatur.jar"]
