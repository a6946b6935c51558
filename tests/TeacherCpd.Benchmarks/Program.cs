using System.Globalization;
using TeacherCpd.Benchmarks.Originality;
using TeacherCpd.Benchmarks.Pages;

// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- pages [SECONDS CONNECTIONS]
// dotnet run -c Release --project tests/TeacherCpd.Benchmarks -- originality [--texts DIR] [--million]
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
        var texts = Array.IndexOf(options, "--texts");
        await OriginalityBenchmark.RunAsync(texts < 0 ? null : options[texts + 1], options.Contains("--million"));
        return 0;
    default:
        Console.Error.WriteLine("What shall be measured: pages or originality?");
        return 1;
}
