using System.CommandLine;
using System.Globalization;
using System.Text;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Cli.Commands;

/// <summary>
/// <c>attestation assess</c>: what the rules say of a case, by the same code as the pages. Needs no settings and no database.
/// The exit code is 0 when every case was answered, 2 when the file or an edition cannot be read.
/// </summary>
internal static class AssessCommand
{
    private const int Unusable = 2;

    // A case is about a kilobyte: nobody has a file of this size, and one would take the memory of the machine.
    private const long LargestFile = 256L * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A case or a list of cases, as JSON." };
        var rules = new Option<FileInfo[]>("--rules") { Description = "An edition to try before it is in force, as JSON; may be repeated." };
        var language = new Option<Language>("--language")
        {
            Description = "Language of the reasons: kk, ru or en.",
            DefaultValueFactory = _ => Language.Kk,
        };
        var command = new Command("assess", "Say what the rules say of a case.") { file, rules, language };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.InvocationConfiguration,
            arguments.GetValue(file)!,
            arguments.GetValue(rules) ?? [],
            arguments.GetValue(language),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        InvocationConfiguration console, FileInfo file, IReadOnlyList<FileInfo> ruleFiles, Language language, CancellationToken cancellationToken)
    {
        try
        {
            var editions = BundledRuleSets.All.Select(json => AttestationRules.Parse(json).Value).ToList();
            foreach (var extra in ruleFiles)
            {
                var edition = AttestationRules.Parse(await ReadAsync(extra, cancellationToken));
                if (!edition.IsOk)
                {
                    return await RefuseAsync(console.Error, extra.Name, edition.Error!);
                }

                editions.Add(edition.Value);
            }

            var json = await ReadAsync(file, cancellationToken);
            var answers = AttestationCaseFile.Answer(json, editions, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime), language);
            if (!answers.IsOk)
            {
                return await RefuseAsync(console.Error, file.Name, answers.Error!);
            }

            await console.Output.WriteLineAsync(answers.Value);
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync(e.Message);
            return Unusable;
        }
    }

    private static async Task<string> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (file is { Exists: true, Length: > LargestFile })
        {
            throw new IOException($"{file.Name} is larger than {LargestFile / 1024 / 1024} MB.");
        }

        try
        {
            return await File.ReadAllTextAsync(file.FullName, StrictUtf8, cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{file.Name} is not written in UTF-8.");
        }
    }

    private static async Task<int> RefuseAsync(TextWriter error, string file, Error why)
    {
        foreach (var fault in why is InvalidInput input ? input.Faults : [new FieldFault("", why.Code, [])])
        {
            var words = new[] { fault.Code.Replace('_', ' ') }.Concat(fault.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)));
            await error.WriteLineAsync($"{file}{(fault.Field.Length > 0 ? $", {fault.Field}" : "")}: {string.Join(", ", words)}");
        }

        return Unusable;
    }
}
