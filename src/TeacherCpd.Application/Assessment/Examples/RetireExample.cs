using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment.Examples;

/// <summary>A moderator takes an example out of use: it became known, or was not agreed on. What was marked by it stands.</summary>
/// <param name="ExampleId">Example.</param>
[RequirePermission(Permission.ModerateAssessments)]
public sealed record RetireExampleCommand(Guid ExampleId) : ICommand<Done>;

internal sealed class RetireExampleHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RetireExampleCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetireExampleCommand request, CancellationToken cancellationToken)
    {
        var example = await db.ExamplePortfolios.SingleOrDefaultAsync(e => e.Id == request.ExampleId, cancellationToken);
        if (example is null)
        {
            return new NotFound();
        }

        return example.Status == ExampleStatus.Retired ? Done.Value : example.Move(ExampleStatus.Retired, time.UtcNow()) is { } error ? error : Done.Value;
    }
}
