package org.imprimatur.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.graph.selection.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SliceTest {

	@Test
	void theFirstPagesAndTheLastMakeTheWholeList() {
		for (int length = 0; length < 8; length++) {
			List<Integer> all = IntStream.range(0, length).boxed().toList();
			for (int size = 1; size < 9; size++) {
				assertThat(forward(all, size)).isEqualTo(all);
				assertThat(backward(all, size)).isEqualTo(all);
			}
		}
	}

	@Test
	void aPlaceThatTheListHasNotIsRefusedByTheNameOfItsArgument() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> page(List.of(1), 1, "2", true))
				.withMessageContaining("before is no cursor");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> page(List.of(1), 1, "2", false))
				.withMessageContaining("after is no cursor");
	}

	private static List<Integer> forward(List<Integer> all, int size) {
		List<Integer> read = new ArrayList<>();
		Slice<Integer> page;
		do {
			page = page(all, size, read.isEmpty() ? null : read.getLast().toString(), false);
			assertThat(page.pageInfo().hasPreviousPage()).isEqualTo(!read.isEmpty());
			read.addAll(page.rows());
		} while (page.pageInfo().hasNextPage());
		return read;
	}

	private static List<Integer> backward(List<Integer> all, int size) {
		List<Integer> read = new ArrayList<>();
		Slice<Integer> page;
		do {
			page = page(all, size, read.isEmpty() ? null : read.getFirst().toString(), true);
			assertThat(page.pageInfo().hasNextPage()).isEqualTo(!read.isEmpty());
			read.addAll(0, page.rows());
		} while (page.pageInfo().hasPreviousPage());
		return read;
	}

	private static Slice<Integer> page(List<Integer> all, int size, @Nullable String beyond, boolean backward) {
		Slice<Integer> page = Slice.of(all, String::valueOf, new Window<>(size, beyond, backward));
		assertThat(page.rows()).hasSizeLessThanOrEqualTo(size);
		assertThat(page.totalCount()).isEqualTo(all.size());
		return page;
	}
}
