using System.CommandLine;
using TeacherCpd.Application.Organisations;

namespace TeacherCpd.Cli.Commands;

/// <summary><c>seed reference</c>: organisations, programmes, rubric and attestation rules.</summary>
internal static class SeedReferenceCommand
{
    public static Command Create()
    {
        var command = new Command("reference", "Add organisations, programmes, rubric and attestation rules that are missing; what is there stays as it is.");
        command.SetAction((arguments, cancellationToken) => Product.SendAsync(
            arguments,
            new SeedReferenceDataCommand(),
            added => $"Added: organisations {added.Organisations}, programmes {added.Programmes}, rubrics {added.Rubrics}, attestation rules {added.RuleSets}.",
            cancellationToken));
        return command;
    }
}
