using System.Globalization;
using TeacherCpd.Benchmarks.Attestation;
using TeacherCpd.Benchmarks.Certificates;
using TeacherCpd.Benchmarks.Exchange;
using TeacherCpd.Benchmarks.Grading;
using TeacherCpd.Benchmarks.Library;
using TeacherCpd.Benchmarks.Originality;
using TeacherCpd.Benchmarks.Pages;
using TeacherCpd.Benchmarks.Reminders;
using TeacherCpd.Benchmarks.Studies;
using TeacherCpd.Benchmarks.Uploads;
using TeacherCpd.Benchmarks.Year;

// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- pages [SECONDS CONNECTIONS]
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- originality [--texts DIR] [--cli PROGRAM] [--million FILE]
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- grading
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- year [--postgresql "CONNECTION"]
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- certificates [--postgresql "CONNECTION"] [--page]
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- attestation
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- exchange
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- api
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- reminders [MAILS]
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- studies
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- library [MATERIALS]
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- uploads [FILES MINUTES]
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- uploads --thin-line
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
#if DEBUG
Console.Error.WriteLine("Measured in Debug: the figures say nothing. Use -c Release.");
#endif
switch (args)
{
    case ["pages"]:
        await PagesBenchmark.RunAsync(3, 4);
        return 0;
    case ["pages", var seconds, var connections]:
        await PagesBenchmark.RunAsync(int.Parse(seconds, CultureInfo.InvariantCulture), int.Parse(connections, CultureInfo.InvariantCulture));
        return 0;
    case ["originality", .. var options]:
        await OriginalityBenchmark.RunAsync(Value(options, "--texts"), Value(options, "--cli"), Value(options, "--million"));
        return 0;
    case ["grading"]:
        await GradingBenchmark.RunAsync();
        return 0;
    case ["year", .. var options]:
        await YearBenchmark.RunAsync(Value(options, "--postgresql"));
        return 0;
    case ["certificates", .. var options]:
        await CertificatesBenchmark.RunAsync(Value(options, "--postgresql"), options.Contains("--page"));
        return 0;
    case ["attestation"]:
        await AttestationBenchmark.RunAsync();
        return 0;
    case ["exchange"]:
        await ExchangeBenchmark.RunAsync();
        return 0;
    case ["api"]:
        await ApiBenchmark.RunAsync();
        return 0;
    case ["reminders"]:
        await RemindersBenchmark.RunAsync(0);
        return 0;
    case ["reminders", var mails]:
        await RemindersBenchmark.RunAsync(int.Parse(mails, CultureInfo.InvariantCulture));
        return 0;
    case ["studies"]:
        await StudiesBenchmark.RunAsync();
        return 0;
    case ["library"]:
        await LibraryBenchmark.RunAsync(100_000);
        return 0;
    case ["library", var materials]:
        await LibraryBenchmark.RunAsync(int.Parse(materials, CultureInfo.InvariantCulture));
        return 0;
    case ["uploads", "--thin-line"]:
        await UploadsBenchmark.SendOverThinLineAsync();
        return 0;
    case ["uploads"]:
        await UploadsBenchmark.SendAtOnceAsync(500, 0.2);
        return 0;
    case ["uploads", var count, var minutes]:
        await UploadsBenchmark.SendAtOnceAsync(int.Parse(count, CultureInfo.InvariantCulture), double.Parse(minutes, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("What shall be measured: pages, originality, grading, year, certificates, attestation, exchange, api, reminders, studies, library or uploads?");
        return 1;
}

static string? Value(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and var at ? options[at + 1] : null;
