using MediatR;
using TeacherCpd.Application.Development;

namespace TeacherCpd.Infrastructure.Development;

/// <summary>Sends the batches of <see cref="RebuildTrainingStatesCommand"/> one after another, for the nightly schedule and the command line.</summary>
public static class TrainingRebuild
{
    /// <summary>Makes all rows anew; gives the number of people looked at.</summary>
    public static async Task<int> RunAsync(IMediator mediator, CancellationToken cancellationToken)
    {
        var people = 0;
        for (Guid? after = Guid.Empty; after is { } last;)
        {
            var batch = (await mediator.Send(new RebuildTrainingStatesCommand(last), cancellationToken)).Value;
            people += batch.People;
            after = batch.Last;
        }

        return people;
    }
}
