package org.imprimatur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.imprimatur.embedded.DataDirectory;
import org.imprimatur.ledger.PublicationRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

	@Test
	void whatNoDiskHasRoomForIsRefusedWithTheFigures(@TempDir Path directory) {
		PublicationRefused refused = catchThrowableOfType(PublicationRefused.class,
				() -> new DiskSpace(new DataDirectory(directory)).require(Integer.MAX_VALUE));
		assertThat(refused)
				.hasMessageMatching("the disk that holds %s has [\\d,]+ MB free, and this needs 33,554,559 MB: .*"
						.formatted(directory));
		assertThat(refused.reason()).isInstanceOfSatisfying(Reason.DiskFull.class,
				it -> assertThat(it.free()).isLessThan(it.needed()));
	}

	@Test
	void whatChangesNothingNeedsNoRoomAndAServerKnowsItsOwnDisk(@TempDir Path directory) {
		new DiskSpace(new DataDirectory(directory)).require(0);
		DiskSpace.UNKNOWN.require(Integer.MAX_VALUE);
	}
}
