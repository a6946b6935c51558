using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>Clears away uploads that a crash of the program left half received.</summary>
[SystemOnly]
public sealed record DropLeftoversCommand : ICommand<Done>
{
    /// <summary>How long an upload may be on its way: far longer than the slowest line needs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);
}

internal sealed class DropLeftoversHandler(IFileStore files, TimeProvider time) : IRequestHandler<DropLeftoversCommand, Result<Done>>
{
    public Task<Result<Done>> Handle(DropLeftoversCommand request, CancellationToken cancellationToken)
    {
        files.DropLeftovers(time.UtcNow() - DropLeftoversCommand.Patience);
        return Task.FromResult<Result<Done>>(Done.Value);
    }
}
