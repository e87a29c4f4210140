package ru.cur.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.TestDatabase;

class IncidentStoreTest {

    @Test
    void theFirstMessagesOfAYearGetNumbersOfTheirOwnAlsoAtTheSameMoment() throws Exception {
        DataSource database = TestDatabase.migrated("numbers");
        IncidentStore store = new IncidentStore(JdbcClient.create(database));
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            for (int year = 2030; year < 2050; year++) {
                int first = year;
                Callable<IncidentNumber> registration = () -> transaction.execute(status -> store.nextNumber(first));
                List<IncidentNumber> numbers = new ArrayList<>();
                for (Future<IncidentNumber> number : nodes.invokeAll(
                        IntStream.range(0, 4).mapToObj(i -> registration).toList())) {
                    numbers.add(number.get());
                }
                assertThat(numbers).doesNotHaveDuplicates().contains(IncidentNumber.of(year, 1));
            }
        } finally {
            nodes.shutdown();
        }
    }
}
