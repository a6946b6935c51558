using System.CommandLine;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Reports;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Cli.Commands;

/// <summary>
/// <c>report list</c> and <c>report NAME --year 2022</c>: the reports of the pages for programs, as the ministry may read them. The exit code is
/// 0 when the report is printed, 2 when there is no such report, place or value.
/// </summary>
internal static class ReportCommand
{
    private const int Unusable = 2;

    private static readonly Argument<string> Name = new("NAME") { Description = "Name of the report, or its table in the report for 2022, such as T09." };
    private static readonly Option<int> Year = new("--year") { Description = "Year, 2000 to 2100.", Required = true };
    private static readonly Option<string?> Region = new("--region") { Description = "Region or district: its code or name." };
    private static readonly Option<string?> Programme = new("--programme") { Description = "Code of a programme." };
    private static readonly Option<Language?> CourseLanguage = new("--course-language") { Description = "Language of the course." };
    private static readonly Option<Settlement?> Settlement = new("--settlement") { Description = "Where the school stands." };
    private static readonly Option<Ownership?> Ownership = new("--ownership") { Description = "Whose the school is." };
    private static readonly Option<string?> Day = new("--day") { Description = "Last day that counts, as 2022-09-30." };
    private static readonly Option<Language> Words = new("--language") { Description = "Language of names.", DefaultValueFactory = _ => Language.Kk };
    private static readonly Option<string> Format = new("--format") { Description = "csv or json.", DefaultValueFactory = _ => "csv" };

    // what each parameter is called on the command line
    private static readonly (ReportParameters Parameter, Option Option)[] Parameters =
    [
        (ReportParameters.Place, Region), (ReportParameters.Programme, Programme), (ReportParameters.Language, CourseLanguage),
        (ReportParameters.Settlement, Settlement), (ReportParameters.Ownership, Ownership), (ReportParameters.Day, Day),
    ];

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("csv", "json");
        var list = new Command("list", "Names of all reports.");
        list.SetAction((arguments, _) => ListAsync(arguments.InvocationConfiguration.Output));
        var command = new Command("report", "A report as text for programs.")
        {
            list, Name, Year, Region, Programme, CourseLanguage, Settlement, Ownership, Day, Words, Format,
        };
        command.SetAction(ReadAsync);
        return command;
    }

    private static async Task<int> ListAsync(TextWriter output)
    {
        foreach (var report in ReportCatalogue.All)
        {
            var options = Parameters.Where(p => report.Takes.HasFlag(p.Parameter)).Select(p => p.Option.Name);
            await output.WriteLineAsync($"{report.Name,-34}{report.Table,-5}{report.Title.In(Language.En)}  {string.Join(' ', options)}".TrimEnd());
        }

        return 0;
    }

    private static Task<int> ReadAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var error = arguments.InvocationConfiguration.Error;
        if (ReportCatalogue.Find(arguments.GetValue(Name)!) is not { } report)
        {
            return RefuseAsync(error, $"There is no report \"{arguments.GetValue(Name)}\"; \"report list\" names them all.");
        }

        foreach (var (parameter, option) in Parameters)
        {
            if (!report.Takes.HasFlag(parameter) && arguments.GetResult(option) is not null)
            {
                return RefuseAsync(error, $"The report {report.Name} takes no {option.Name}.");
            }
        }

        var year = arguments.GetValue(Year);
        if (year is < Report.FirstYear or > Report.LastYear)
        {
            return RefuseAsync(error, $"The year is {Report.FirstYear} to {Report.LastYear}.");
        }

        DateOnly? day = null;
        if (arguments.GetValue(Day) is { } written)
        {
            if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            {
                return RefuseAsync(error, $"\"{written}\" is no day as 2022-09-30.");
            }

            day = parsed;
        }

        var filter = new ReportFilter(year)
        {
            Programme = arguments.GetValue(Programme),
            Language = arguments.GetValue(CourseLanguage),
            Settlement = arguments.GetValue(Settlement),
            Ownership = arguments.GetValue(Ownership),
            Day = day,
        };
        return Product.RunAsync(arguments, async services =>
        {
            services.GetRequiredService<CurrentUser>().ReadsForMinistry();
            var mediator = services.GetRequiredService<IMediator>();
            if (arguments.GetValue(Region) is { } region)
            {
                var place = await mediator.Send(new FindReportPlaceQuery(region), cancellationToken);
                if (place.Error is not null)
                {
                    return await RefuseAsync(error, $"There is no region or district \"{region}\".");
                }

                filter = filter with { PlaceId = place.Value };
            }

            var view = await mediator.Send(new GetReportQuery(report.Name, filter), cancellationToken);
            if (view.Error is { } refused)
            {
                return await RefuseAsync(error, Product.Words(refused));
            }

            var language = arguments.GetValue(Words);
            await arguments.InvocationConfiguration.Output.WriteAsync(arguments.GetValue(Format) == "json"
                ? ReportText.Json(view.Value, language) + Environment.NewLine
                : ReportText.Csv(view.Value.Table, language));
            return 0;
        });
    }

    private static async Task<int> RefuseAsync(TextWriter error, string words)
    {
        await error.WriteLineAsync(words);
        return Unusable;
    }
}
